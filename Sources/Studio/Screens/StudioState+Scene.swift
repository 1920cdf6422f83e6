import Graphics
import Toolkit

extension StudioState {
  /// What is drawn by others than the scene itself.
  struct Moving {
    /// How the paper is drawn.
    var canvas: any Look
    /// How long the ten bars are at this moment.
    var bars: [Float]
    /// Small pictures of files, by path.
    var thumbnails: [String: PixelImage] = [:]
  }

  /// Everything on the screen.
  func scene(_ layout: WindowLayout, _ moving: Moving) -> Scene {
    var scene = Scene()
    scene.add(topBar(layout))
    switch tab {
    case .home: scene.add(homeScreen(layout))
    case .draw: scene.add(drawScreen(layout, moving))
    case .performance: scene.add(performanceScreen(layout))
    case .why: scene.add(whyScreen(layout))
    }
    scene.add(statusLine(layout))
    if let notice { scene.add(noticeBar(notice, layout)) }
    if let overlay {
      scene.beginModal()
      scene.add(elements(of: overlay, layout, moving))
    }
    return scene
  }
}
