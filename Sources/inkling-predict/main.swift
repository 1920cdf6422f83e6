import Commands
import Glibc

exit(Program.predict.run(arguments: CommandLine.arguments, variables: environ))
