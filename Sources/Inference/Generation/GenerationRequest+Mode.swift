extension GenerationRequest {
    /// What the request would start from with a model that can do everything.
    public var naturalMode: GenerationMode {
        let roles = Set(inputs.compactMap(\.role))
        if roles.contains(.firstClip) { return .continuation }
        if roles.contains(.source) || (kind == .image && inputs.contains { $0.kind == .image }) { return .edit }
        if roles.contains(.referenceImage) || roles.contains(.referenceVideo)
            || inputs.contains(where: { $0.kind == .video })
        {
            return .reference
        }
        let pictures = inputs.count { $0.kind == .image }
        if roles.contains(.firstFrame) || roles.contains(.lastFrame) || pictures == 1 { return .frames }
        return pictures > 1 ? .reference : .text
    }
}
