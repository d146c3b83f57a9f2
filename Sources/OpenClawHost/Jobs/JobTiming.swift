/// How patient the driver of jobs is, in seconds.
package struct JobTiming: Hashable, Sendable {
    /// How long after an answer was lost the service's list is believed when it shows nothing.
    package var settling = 5.0
    /// How long before the request, by its own clock, a task of ours may have begun.
    package var earliness = 3.0
    /// How long after it.
    package var lateness = 180.0
    /// How far apart jobs were asked for whose order that of their tasks is.
    package var apart = 1.0
    /// How often one job is asked for at most.
    package var submissions = 4
    /// How long an answer to a request may take.
    package var answer = 120.0
    package var longestPause = 15.0

    package init() {}

    /// The first pause between questions about a task.
    func firstPause(typicalSeconds: Int?) -> Double { min(max(Double(typicalSeconds ?? 60) / 60, 0.5), 5) }
}
