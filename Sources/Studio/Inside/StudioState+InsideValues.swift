import JSONText
import Recognition

extension StudioState {
  /// The numbers of the Inside screen as JSON.
  package var insideValues: [(key: String, value: String)] {
    let steps = inside.steps
    let off = Preprocessor.Steps.named.filter { !steps.contains($0.step) }.map(\.name)
    var values: [(key: String, value: String)] = [
      ("stepsOff", list(off.map(JSONWriter.string))),
      ("layers", list(inside.stages.map { JSONWriter.string("\($0.title): \($0.detail)") })),
      ("revision", "\(inside.findings.hasValues ? reading.revision : 0)"),
    ]
    if let framing = inside.framing {
      let center = framing.centerOfMass
      values.append(("centerOfMass", list([number(Double(center.x)), number(Double(center.y))])))
      values.append(("shift", list(["\(framing.shift.x)", "\(framing.shift.y)"])))
      values.append(("scale", number(framing.scale)))
    }
    guard inside.findings.hasValues else { return values }
    let softmax = inside.findings.softmax
    values += [
      ("logits", list(inside.findings.logits.map(number))), ("temperature", number(inside.findings.temperature)),
      ("exponentials", list(softmax.exponentials.map(number))),
      ("probabilities", list(softmax.probabilities.map(number))),
    ]
    if let value = inside.findings.value { values.append(("value", number(value))) }
    if let walk = shownWalk { values += walkValues(walk) }
    return values
  }

  /// The calculation as it is shown.
  private func walkValues(_ walk: KernelWalk) -> [(key: String, value: String)] {
    let decimals = walkDecimals
    let rows = walk.rows(decimals: decimals).map { row in
      JSONWriter.object([
        ("label", JSONWriter.string(row.label)), ("number", number(row.number)), ("isResult", "\(row.isResult)"),
      ])
    }
    let place = walk.place
    let products = walk.patch == nil ? walk.shownEdges(decimals: decimals) : walk.shownProducts(decimals: decimals)
    return [
      ("place", list([place.stage + 1, place.map + 1, place.row, place.column].map(String.init))),
      ("products", list(products.map(number))),
      ("walk", list(rows)), ("decimals", "\(decimals)"),
    ]
  }

  private func list(_ members: [String]) -> String { "[" + members.joined(separator: ",") + "]" }
}

/// A number of JSON; what JSON has no number for is null.
private func number(_ value: Double) -> String { value.isFinite ? "\(value)" : "null" }
