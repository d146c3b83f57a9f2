/// Brings wishes for size, ratio and resolution to what a mode has.
struct FrameChoice {
    private let geometry: FrameGeometry

    init(_ geometry: FrameGeometry) { self.geometry = geometry }

    func choose(_ request: GenerationRequest, _ notes: inout PlanNotes) -> PlannedFrame {
        switch geometry {
        case .fixed:
            if let size = request.size { notes.ignore("size", size.description) }
            if let ratio = request.aspectRatio { notes.ignore("aspectRatio", ratio.rawValue) }
            if let resolution = request.resolution { notes.ignore("resolution", resolution) }
            return .unsaid
        case .sizes(let classes, let initial): return sized(request, classes, initial, &notes)
        case .resolutions(let resolutions, let initial, let ratios, let initialRatio):
            return resolved(request, resolutions, initial, ratios, initialRatio, &notes)
        case .free(let bounds): return free(request, bounds, &notes)
        }
    }

    /// The resolution by which a frame is paid.
    func resolution(of frame: PlannedFrame) -> String? {
        switch (frame, geometry) {
        case (.resolution(let name, _), _): name
        case (.size(let size), .sizes(let classes, _)): classes.first { $0.sizes.contains(size) }?.name
        case (.word(let word), _): word
        default: nil
        }
    }

    private func sized(
        _ request: GenerationRequest, _ classes: [FrameGeometry.SizeClass], _ initial: PixelSize?,
        _ notes: inout PlanNotes
    ) -> PlannedFrame {
        let all = classes.flatMap(\.sizes)
        if let wanted = request.size {
            if let ratio = request.aspectRatio { notes.ignore("aspectRatio", ratio.rawValue) }
            if let resolution = request.resolution { notes.ignore("resolution", resolution) }
            guard let nearest = wanted.nearest(in: all) else { return .unsaid }
            notes.normalize(
                "size", from: wanted.description, to: nearest.description, of: all.map(\.description))
            return .size(nearest)
        }
        guard request.aspectRatio != nil || request.resolution != nil else {
            return initial.map { .size($0) } ?? .unsaid
        }
        let ofInitial = classes.first { group in initial.map(group.sizes.contains) ?? false } ?? classes.first
        let group = request.resolution.flatMap { nearestClass($0, classes, &notes) } ?? ofInitial
        guard let group else { return .unsaid }
        guard let ratio = request.aspectRatio else { return shape(initial?.ratio, of: group, request, &notes) }
        guard let value = ratio.value else {
            notes.ignore("aspectRatio", ratio.rawValue)
            return shape(initial?.ratio, of: group, request, &notes)
        }
        guard let size = group.sizes.min(by: { $0.distance(to: value) < $1.distance(to: value) }) else {
            return .unsaid
        }
        notes.normalize("size", from: ratio.rawValue, to: size.description, derivedFrom: "aspectRatio")
        return .size(size)
    }

    private func nearestClass(
        _ wanted: String, _ classes: [FrameGeometry.SizeClass], _ notes: inout PlanNotes
    ) -> FrameGeometry.SizeClass? {
        let names = classes.map(\.name)
        guard let name = ResolutionName.nearest(wanted, in: names) else {
            notes.ignore("resolution", wanted)
            return nil
        }
        notes.normalize("resolution", from: wanted.uppercased(), to: name, of: names)
        return classes.first { $0.name == name }
    }

    private func shape(
        _ ratio: Double?, of group: FrameGeometry.SizeClass, _ request: GenerationRequest, _ notes: inout PlanNotes
    ) -> PlannedFrame {
        let ratio = ratio ?? 16 / 9
        guard let size = group.sizes.min(by: { $0.distance(to: ratio) < $1.distance(to: ratio) }) else {
            return .unsaid
        }
        if let resolution = request.resolution {
            notes.normalize("size", from: resolution, to: size.description, derivedFrom: "resolution")
        }
        return .size(size)
    }

    private func resolved(
        _ request: GenerationRequest, _ resolutions: [String], _ initial: String, _ ratios: [AspectRatio],
        _ initialRatio: AspectRatio?, _ notes: inout PlanNotes
    ) -> PlannedFrame {
        var resolution = initial
        if let wanted = request.resolution {
            if let nearest = ResolutionName.nearest(wanted, in: resolutions) {
                notes.normalize("resolution", from: wanted.uppercased(), to: nearest, of: resolutions)
                resolution = nearest
            } else {
                notes.ignore("resolution", wanted)
            }
        } else if let size = request.size, let nearest = ResolutionName.nearest(to: size, in: resolutions) {
            notes.normalize("resolution", from: size.description, to: nearest, derivedFrom: "size")
            resolution = nearest
        }
        return .resolution(resolution, ratio(request, ratios, &notes) ?? initialRatio)
    }

    private func ratio(
        _ request: GenerationRequest, _ ratios: [AspectRatio], _ notes: inout PlanNotes
    ) -> AspectRatio? {
        guard !ratios.isEmpty else {
            if let ratio = request.aspectRatio { notes.ignore("aspectRatio", ratio.rawValue) }
            if request.aspectRatio == nil, request.resolution != nil, let size = request.size {
                notes.ignore("size", size.description)
            }
            return nil
        }
        if let wanted = request.aspectRatio {
            if ratios.contains(wanted) { return wanted }
            guard let value = wanted.value, let nearest = AspectRatio.nearest(to: value, in: ratios) else {
                notes.ignore("aspectRatio", wanted.rawValue)
                return nil
            }
            notes.normalize(
                "aspectRatio", from: wanted.rawValue, to: nearest.rawValue, of: ratios.map(\.rawValue))
            return nearest
        }
        guard let size = request.size, let nearest = AspectRatio.nearest(to: size.ratio, in: ratios) else { return nil }
        notes.normalize("aspectRatio", from: size.description, to: nearest.rawValue, derivedFrom: "size")
        return nearest
    }

    private func free(
        _ request: GenerationRequest, _ bounds: FrameGeometry.FreeSize, _ notes: inout PlanNotes
    ) -> PlannedFrame {
        let initial: PlannedFrame =
            bounds.initial.map { word in PixelSize(word).map { .size($0) } ?? .word(word) } ?? .unsaid
        if let size = request.size {
            if let ratio = request.aspectRatio { notes.ignore("aspectRatio", ratio.rawValue) }
            let fitted = size.fitted(to: bounds)
            notes.normalize("size", from: size.description, to: fitted.description)
            return .size(fitted)
        }
        if let ratio = request.aspectRatio {
            guard let value = ratio.value else {
                notes.ignore("aspectRatio", ratio.rawValue)
                return initial
            }
            let area = ResolutionName.area(request.resolution) ?? bounds.usualArea
            let size = PixelSize(ratio: value, area: area).fitted(to: bounds)
            notes.normalize("size", from: ratio.rawValue, to: size.description, derivedFrom: "aspectRatio")
            return .size(size)
        }
        guard let resolution = request.resolution else { return initial }
        if let word = bounds.words.first(where: { $0.lowercased() == resolution.lowercased() }) { return .word(word) }
        guard let area = ResolutionName.area(resolution) else {
            notes.ignore("resolution", resolution)
            return initial
        }
        let size = PixelSize(ratio: 1, area: area).fitted(to: bounds)
        notes.normalize("size", from: resolution, to: size.description, derivedFrom: "resolution")
        return .size(size)
    }
}
