/// A piece of ink that belongs to one sign as a whole: a stroke, or a connected piece in a picture.
struct NumberPart {
  /// Its place among all pieces.
  let index: Int
  let box: InkBounds

  var left: Double { box.low.x }
  var right: Double { box.high.x }
  var top: Double { box.low.y }
  var bottom: Double { box.high.y }
  var width: Double { box.size.x }
  var height: Double { box.size.y }
}
