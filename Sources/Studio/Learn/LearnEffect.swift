/// What the learn screen asks for.
package enum LearnEffect: Equatable {
  case give([LearnOrder])
}
