import Toolkit

extension Studio {
  /// Reads the card of a model.
  func readCard(_ directory: String) {
    inBackground({ CardFile.blocks(in: directory) }) { studio, blocks in
      studio.perform(.about(.card(blocks, directory: directory)))
    }
  }
}
