/// Those who wait for one kind of step in a turn of an event loop.
final class TurnLine {
    private var waiting: [any TurnWork] = []

    func add(_ work: any TurnWork) { waiting.append(work) }

    /// By index: whoever has taken a step may want another one, which is taken after those of all others.
    func takeSteps() {
        var index = 0
        while index < waiting.count {
            waiting[index].takeStep()
            index += 1
        }
        waiting.removeAll(keepingCapacity: true)
    }
}
