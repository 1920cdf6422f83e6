import Commands
import Glibc

exit(Program.train.run(arguments: CommandLine.arguments, variables: environ))
