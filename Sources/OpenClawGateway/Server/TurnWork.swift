/// Something that goes on later in the turn of an event loop in which it began.
protocol TurnWork: AnyObject {
    /// The next step. It may put itself in line for another one in the same turn.
    func takeStep()
}
