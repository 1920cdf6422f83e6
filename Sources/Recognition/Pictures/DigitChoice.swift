/// Decides which pieces of ink are the digit and which are something else on the paper.
struct DigitChoice {
  private let width: Int
  private let height: Int

  /// For pieces found in a plane of this size.
  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// The weightiest mark with all that belongs to it: detached bars and the parts of broken strokes.
  func digit(among marks: [InkMark]) -> [InkMark] {
    guard let main = marks.max(by: { weight($0) < weight($1) }) else { return [] }
    let smallest = 0.004 * main.mass
    var rest = marks.filter { $0.box != main.box && $0.mass > smallest && weight($0) > 0.25 * $0.mass }
    var digit = [main]
    var box = main.box
    while let index = rest.firstIndex(where: { belongs($0, to: box, main: main) }) {
      box = box.union(rest[index].box)
      digit.append(rest.remove(at: index))
    }
    return digit
  }

  /// The marks that may be signs of a number: no dust, and nothing that runs along or around the picture.
  func signs(among marks: [InkMark]) -> [InkMark] {
    let heaviest = marks.reduce(0) { max($0, $1.mass) }
    return marks.filter { mark in
      let sides = sides(of: mark.box)
      let isEdge = sides.touched > 2 || sides.touched > 0 && sides.isThin && sides.spans
      return mark.mass > 0.004 * heaviest && !isEdge
    }
  }

  /// Ink counts; what runs along or out of the picture is more often an edge, a shadow or a printed line than a digit.
  private func weight(_ mark: InkMark) -> Float {
    let sides = sides(of: mark.box)
    var weight = mark.mass
    if sides.touched > 0 { weight *= sides.touched > 1 ? 0.15 : 0.4 }
    if sides.touched > 0, sides.isThin, sides.spans { weight *= 0.2 }
    return weight
  }

  /// How a mark lies in the picture: how many sides it touches, whether it is thin and whether it goes far.
  private func sides(of box: PixelBox) -> (touched: Int, isThin: Bool, spans: Bool) {
    let sides = [box.left <= 1, box.top <= 1, box.right >= width - 1, box.bottom >= height - 1]
    let isThin = max(box.width, box.height) > 12 * min(box.width, box.height)
    let spans = box.width > width * 6 / 10 || box.height > height * 6 / 10
    return (sides.count { $0 }, isThin, spans)
  }

  /// Parts of one digit lie above each other or close together; a neighbour as tall as the digit is another one.
  private func belongs(_ mark: InkMark, to box: PixelBox, main: InkMark) -> Bool {
    let gap = box.gap(to: mark.box)
    let size = Float(max(box.height, box.width))
    let isAbove = gap.x < 0
    let isTall = Float(mark.box.height) > 0.7 * Float(box.height)
    let reach: Float = mark.mass < 0.02 * main.mass ? 0.1 : isAbove ? 0.45 : isTall ? 0.2 : 0.25
    let distance = max(Float(max(gap.x, 0)), Float(max(gap.y, 0)))
    return distance <= reach * size
  }
}
