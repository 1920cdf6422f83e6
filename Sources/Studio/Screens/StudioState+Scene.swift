import Graphics
import Recognition
import Toolkit

extension StudioState {
  /// What is drawn by others than the scene itself.
  struct Moving {
    /// How the paper is drawn.
    var canvas: any Look
    /// How long the ten bars are at this moment.
    var bars: [Float]
    /// The same for each model that is compared, by name.
    var comparedBars: [String: [Float]] = [:]
    /// Small pictures of files, by path.
    var thumbnails: [String: PixelImage] = [:]
    /// What the network sees in rows of the batch.
    var batchImages: [Int: GrayImage] = [:]
    /// The original of the image screen.
    var photo: PhotoLayer?
    /// The maps of the Inside screen, the one that is shown alone, and a number that changes when they do.
    var sheets: [MapSheet] = []
    var alone: MapSheet?
    var sheetRevision = 0
    /// The filters of the network that learns, and where the keyboard goes.
    var filters: MapSheet?
    var filterRevision = 0
    var filterWords = ""
    var focus: ControlName?
  }

  /// Everything on the screen.
  func scene(_ layout: WindowLayout, _ moving: Moving) -> Scene {
    var scene = Scene()
    if lessons.isBlack {
      scene.add(Element(.black, Rect(layout.size), PanelLook(.black), role: .button, cursor: .hidden))
      return scene
    }
    scene.add(topBar(layout))
    switch tab {
    case .home: scene.add(homeScreen(layout))
    case .draw: scene.add(drawScreen(layout, moving))
    case .inside: scene.add(insideScreen(layout, moving))
    case .performance: scene.add(performanceScreen(layout))
    case .batch: scene.add(batchScreen(layout, images: moving.batchImages))
    case .image: scene.add(imageScreen(layout, moving))
    case .compare: scene.add(compareScreen(layout, moving))
    case .about: scene.add(aboutScreen(layout))
    case .why: scene.add(whyScreen(layout))
    case .learn: scene.add(learnScreen(layout, moving))
    case .lessons: scene.add(lessonsScreen(layout))
    case .teach: scene.add(teachScreen(layout))
    }
    scene.add(lessonBar(layout))
    if let notice { scene.add(noticeBar(notice, layout)) }
    if let overlay {
      scene.beginModal()
      scene.add(elements(of: overlay, layout, moving))
    }
    return scene
  }
}
