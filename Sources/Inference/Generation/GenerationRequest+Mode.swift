extension GenerationRequest {
    /// What the request would start from with a model that can do everything.
    public var naturalMode: GenerationMode {
        let roles = Set(inputs.compactMap(\.role))
        if roles.contains(.firstClip) || roles.contains(.lastClip) { return .continuation }
        if roles.contains(.source) || (kind == .image && inputs.contains { $0.kind == .image }) { return .edit }
        let references: Set<InputRole> = [.referenceImage, .referenceVideo, .referenceAudio]
        let kinds: Set<Modality> = [.video, .document, .page]
        if !roles.isDisjoint(with: references) || inputs.contains(where: { kinds.contains($0.kind) }) {
            return .reference
        }
        let pictures = inputs.count { $0.kind == .image }
        if roles.contains(.firstFrame) || roles.contains(.lastFrame) || pictures == 1 { return .frames }
        return pictures > 1 ? .reference : .text
    }
}
