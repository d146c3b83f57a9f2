extension GenerationSupport {
    /// What a request cost that was written in the service's own protocol.
    ///
    /// - Parameter parameters: of the request, under the model's own names.
    /// - Returns: `nil` when nobody published the price on the endpoint, or the length is not known.
    public func cost(
        of usage: GenerationUsage, parameters: JSONObject, on endpoint: EndpointID
    ) -> CostEstimate? {
        guard let mode = modes.first else { return nil }
        var frame = PlannedFrame.unsaid
        if let resolution = parameters["resolution"]?.string { frame = .resolution(resolution.uppercased(), nil) }
        if let size = parameters["size"]?.string.flatMap({ PixelSize($0) }) { frame = .size(size) }
        let seconds: Int? = parameters["duration"]?.int ?? mode.length?.initial
        let count: Int = parameters["n"]?.int ?? 1
        let plan = GenerationPlan(
            model: model, wire: wire, kind: kind, mode: mode.mode, isTask: isTask, inputs: [],
            frame: frame, seconds: seconds, count: count, parameters: parameters, normalizations: [], ignored: [],
            warnings: [])
        return cost(of: usage, as: plan, on: endpoint)
    }
}
