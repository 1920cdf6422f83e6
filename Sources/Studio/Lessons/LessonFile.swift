import DigitData

/// A file that holds a lesson, or should.
package struct LessonFile: Equatable, Sendable {
  package var path: String
  /// Whether it came with the program.
  package var isShipped: Bool
  /// Nil where it cannot be used; then `problem` says why.
  package var lesson: Lesson?
  package var problem: String?

  /// Reads the file at `path`; for a background thread.
  package init(path: String, isShipped: Bool = false) {
    (self.path, self.isShipped) = (path, isShipped)
    do throws(LessonTrouble) {
      lesson = try LessonFile.read(path)
    } catch {
      problem = "\(error)"
    }
  }

  private static func read(_ path: String) throws(LessonTrouble) -> Lesson {
    if let obstacle = PathKind(of: path).obstacle { throw LessonTrouble(obstacle) }
    let bytes: [UInt8]
    do throws(DataFileError) {
      bytes = try DataFile.contents(of: path, limit: LessonParser.largestFile)
    } catch {
      throw LessonTrouble(error.reason)
    }
    return try LessonParser.lesson(bytes)
  }

  /// The ending of all lessons.
  package static let ending = ".lesson"

  /// What stands in the list where there is no title.
  package var name: String { SafeName.last(of: path) }
}
