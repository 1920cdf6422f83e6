/// Everything that decides how a run goes: `config.json`, from which it can be repeated.
public struct RunConfiguration: Equatable, Sendable {
  public var options: TrainingOptions
  /// The network in the text form.
  public var spec: String
  /// What the model is called.
  public var name: String
  /// What the data are, in words.
  public var dataset: String
  /// How many pictures the run has, those for validation included.
  public var pictures: Int
  /// The directory and the CSV file that the user named.
  public var data: String?
  public var csv: String?
  /// The files of drawings and of the writers held back for calibration that the user named.
  public var strokes: [String] = []
  public var reserve: String?
  /// Sentences for the model card about where the data come from.
  public var credits: [String] = []
  /// The program and its version.
  public var program: String

  /// Settings of a run on the data that `data` and `csv` name.
  public init(
    options: TrainingOptions, spec: String, name: String, dataset: String, pictures: Int, program: String
  ) {
    self.options = options
    self.spec = spec
    self.name = name
    self.dataset = dataset
    self.pictures = pictures
    self.program = program
  }
}

extension RunConfiguration: Codable {
  enum CodingKeys: String, CodingKey {
    case spec, name, dataset, pictures, data, csv, strokes, reserve, program
    case credits = "credit"
  }

  public init(from decoder: any Decoder) throws {
    options = try TrainingOptions(from: decoder)
    let values = try decoder.container(keyedBy: CodingKeys.self)
    spec = try values.decode(String.self, forKey: .spec)
    name = try values.decode(String.self, forKey: .name)
    dataset = try values.decode(String.self, forKey: .dataset)
    pictures = try values.decode(Int.self, forKey: .pictures)
    data = try values.decodeIfPresent(String.self, forKey: .data)
    csv = try values.decodeIfPresent(String.self, forKey: .csv)
    strokes = try values.decodeIfPresent([String].self, forKey: .strokes) ?? []
    credits = try values.decodeIfPresent([String].self, forKey: .credits) ?? []
    reserve = try values.decodeIfPresent(String.self, forKey: .reserve)
    program = try values.decode(String.self, forKey: .program)
  }

  public func encode(to encoder: any Encoder) throws {
    try options.encode(to: encoder)
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(spec, forKey: .spec)
    try values.encode(name, forKey: .name)
    try values.encode(dataset, forKey: .dataset)
    try values.encode(pictures, forKey: .pictures)
    try values.encodeIfPresent(data, forKey: .data)
    try values.encodeIfPresent(csv, forKey: .csv)
    if !strokes.isEmpty { try values.encode(strokes, forKey: .strokes) }
    if !credits.isEmpty { try values.encode(credits, forKey: .credits) }
    try values.encodeIfPresent(reserve, forKey: .reserve)
    try values.encode(program, forKey: .program)
  }
}
