public import HTTPTypes

/// A codec for the tasks of a service: how they are asked for, listed and cancelled.
public protocol TaskService: Sendable {
    /// How many queries an account may make in a second, over all processes and keys.
    var queriesPerSecond: Int { get }
    /// How long the service remembers a task and keeps its results, in seconds.
    var lifetime: Double { get }

    func status(of task: ServiceTask, context: CallContext) throws(InferenceError) -> HTTPExchangeRequest

    /// - Throws: what the service answered when it did not tell of the task; a task that failed is a report.
    func report(
        _ head: HTTPResponse, _ body: [UInt8], context: CallContext
    ) throws(InferenceError) -> TaskReport

    /// The tasks that the account began and the service still knows.
    ///
    /// - Parameter page: from 1.
    func list(model: ModelID?, page: Int, context: CallContext) throws(InferenceError) -> HTTPExchangeRequest

    func listing(
        _ head: HTTPResponse, _ body: [UInt8], context: CallContext
    ) throws(InferenceError) -> TaskListing

    /// Only a task that still waits can be cancelled.
    func cancel(_ task: ServiceTask, context: CallContext) throws(InferenceError) -> HTTPExchangeRequest

    /// - Throws: `.unsupported` when the task runs already.
    func cancelled(_ head: HTTPResponse, _ body: [UInt8], context: CallContext) throws(InferenceError)
}
