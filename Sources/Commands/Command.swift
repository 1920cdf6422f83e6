/// One of the commands of a program: its table of options and its work.
package struct Command: Sendable {
  package let syntax: CommandSyntax
  let run: @Sendable (_ values: OptionValues, _ context: CommandContext) throws -> ExitStatus
}
