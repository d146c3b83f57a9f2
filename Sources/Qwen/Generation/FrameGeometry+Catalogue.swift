import Inference

extension FrameGeometry {
    init(reading object: inout CatalogueObject) throws(InferenceError) {
        switch try object.text("type") {
        case "fixed": self = .fixed
        case "sizes":
            let initial = try object.optionalText("initial").flatMap { PixelSize($0) }
            var classes: [SizeClass] = []
            var table = try CatalogueObject(try object.value("classes"))
            for name in table.keys {
                let sizes = try table.texts(name).compactMap { PixelSize($0) }
                classes.append(SizeClass(name: name, sizes: sizes))
            }
            self = .sizes(classes, initial: initial)
        case "resolutions":
            self = .resolutions(
                try object.texts("resolutions"), initial: try object.text("initial"),
                ratios: try object.optionalIDs("ratios") ?? [], initialRatio: try object.optionalID("initialRatio"))
        case "free":
            self = .free(
                FreeSize(
                    area: try object.optionalRange("area"), sides: try object.optionalRange("sides"),
                    maxElongation: try object.optionalNumber("elongation"),
                    words: try object.holds("words") ? object.texts("words") : [],
                    initial: try object.optionalText("initial")))
        default: throw object.wrong("type", expected: "'fixed', 'sizes', 'resolutions' or 'free'")
        }
    }
}
