import Inference

extension GenerationPlan {
    /// Whether a result does not tell which of the two was asked for.
    func looksLike(_ other: GenerationPlan) -> Bool {
        prompt == other.prompt && seconds == other.seconds && frame == other.frame && count == other.count
    }

    /// Whether what a service counted may be of this wish. What either does not say speaks for neither.
    func mayHaveGiven(_ usage: GenerationUsage) -> Bool {
        if let seconds, seconds > 0, let counted = usage.outputSeconds, abs(counted - Double(seconds)) >= 1 {
            return false
        }
        if kind == .image, let images = usage.images, images != count { return false }
        switch frame {
        case .unsaid, .word: return true
        case .size(let size): return usage.size.map { $0 == size } ?? true
        case .resolution(let name, let ratio):
            let isSame = usage.resolution.map { $0.lowercased() == name.lowercased() } ?? true
            guard let ratio, ratio.value != nil, let counted = usage.ratio else { return isSame }
            return isSame && counted == ratio
        }
    }
}
