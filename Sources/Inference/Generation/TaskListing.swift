/// One page of the tasks that an account began.
public struct TaskListing: Hashable, Sendable {
    public var tasks: [Entry]
    public var pageCount: Int

    /// A task as listings show it.
    public struct Entry: Hashable, Sendable {
        public var id: String
        public var model: ModelID?
        public var state: TaskReport.State
        /// When it was begun, in seconds since 1970.
        public var begunAt: Double?
        /// The service's id of the request that began it.
        public var requestID: String?

        public init(
            id: String, model: ModelID?, state: TaskReport.State, begunAt: Double? = nil, requestID: String? = nil
        ) {
            self.id = id
            self.model = model
            self.state = state
            self.begunAt = begunAt
            self.requestID = requestID
        }
    }

    public init(tasks: [Entry], pageCount: Int) {
        self.tasks = tasks
        self.pageCount = pageCount
    }
}
