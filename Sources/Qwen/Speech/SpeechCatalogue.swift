import Inference

/// `speech.json`: how each model speaks or writes recordings down, by provider.
struct SpeechCatalogue {
    let speech: [ProviderID: [SpeechSupport]]
    let transcription: [ProviderID: [TranscriptionSupport]]
    /// How voices are made, by provider.
    let makings: [ProviderID: [VoiceMaking]]
    /// How recordings are told to models that listen on a socket.
    let listening: [ModelID: Listening]

    /// What only the codec of a model needs to know that listens on a socket.
    struct Listening {
        var sampleRate: Int
        var pace: Double
    }

    /// The built-in file, read when the first speech or transcription needs it.
    static let builtIn: Result<SpeechCatalogue, InferenceError> = {
        do throws(InferenceError) {
            return .success(try SpeechCatalogue(PackageResources.speech_json))
        } catch {
            return .failure(error)
        }
    }()

    init(_ bytes: [UInt8]) throws(InferenceError) {
        var object = try CatalogueObject(file: bytes, called: "speech catalogue")
        let shapes = try SpeechShapes(reading: &object)
        speech = try object.providers("speech") { row throws(InferenceError) in
            try SpeechSupport.all(reading: &row, shapes)
        }
        var listening: [ModelID: Listening] = [:]
        transcription = try object.providers("transcription") { row throws(InferenceError) in
            let all = try TranscriptionSupport.all(reading: &row, shapes)
            guard all.first?.isSocket == true else { return all }
            let told = Listening(
                sampleRate: try row.optionalCount("sampleRate") ?? 16_000,
                pace: Double(try row.optionalCount("pace") ?? 1))
            for support in all { listening[support.model] = told }
            return all
        }
        let makers = try object.lists("voiceMakers") { row throws(InferenceError) in
            try VoiceMaking(reading: &row, shapes)
        }
        try object.finish()
        makings = Dictionary(uniqueKeysWithValues: makers.map { (ProviderID($0), $1) })
        self.listening = listening
    }
}

extension SpeechSupport {
    /// The models of a row: they differ in nothing but the name.
    fileprivate static func all(
        reading row: inout CatalogueObject, _ shapes: SpeechShapes
    ) throws(InferenceError) -> [SpeechSupport] {
        let ids: [ModelID] = try row.ids("ids")
        let wire = try row.text("wire")
        let voices = try row.named("voices", in: shapes.voices)
        let hasOtherVoices = try row.optionalFlag("otherVoices") ?? false
        let initialVoice = try row.optionalText("initialVoice")
        let languages = try row.holds("languages") ? row.named("languages", in: shapes.languages) : []
        var support = SpeechSupport(
            model: "", wire: wire, isSocket: SpeechWire(wire).isSocket, voices: voices,
            hasOtherVoices: hasOtherVoices, initialVoice: initialVoice, languages: languages,
            formats: try row.ids("formats"), sampleRates: try row.integers("sampleRates"),
            initialSampleRate: try row.optionalCount("initialSampleRate") ?? 0,
            requestLimit: try row.optionalCount("requestLimit") ?? 0,
            messageLimit: try row.optionalCount("messageLimit") ?? 0, hanWeight: try row.optionalCount("hanWeight") ?? 1
        )
        support.parameters = try shapes.parameters(of: &row)
        support.wishes = try SpeechShapes.wishes(of: &row)
        support.prices = try row.named("prices", in: shapes.prices)
        support.endpoints = try row.ids("endpoints")
        let source = try row.named("source", in: shapes.sources)
        (support.source, support.checked) = (source.text, source.checked)
        support.retires = try row.optionalText("retires")
        support.unsure = try row.holds("unsure") ? row.texts("unsure") : []
        support.refusal = try row.optionalText("refusal")
        return ids.map { id in
            var model = support
            model.model = id
            return model
        }
    }
}

extension TranscriptionSupport {
    /// The models of a row: they differ in nothing but the name.
    fileprivate static func all(
        reading row: inout CatalogueObject, _ shapes: SpeechShapes
    ) throws(InferenceError) -> [TranscriptionSupport] {
        let ids: [ModelID] = try row.ids("ids")
        let wire = try row.text("wire")
        var support = TranscriptionSupport(
            model: "", wire: wire, isTask: try row.flag("isTask"),
            input: try row.named("input", in: shapes.inputs),
            languages: try row.holds("languages") ? row.named("languages", in: shapes.codes) : [],
            hasTimes: try row.optionalFlag("times") ?? false, hasWords: try row.optionalFlag("words"),
            hasSpeakers: try row.optionalFlag("speakers") ?? false, isSocket: TranscriptionWire(wire).isSocket,
            takesPrompt: try row.optionalFlag("prompt") ?? false)
        support.parameters = try shapes.parameters(of: &row)
        support.wishes = try SpeechShapes.wishes(of: &row)
        support.prices = try row.named("prices", in: shapes.prices)
        support.endpoints = try row.ids("endpoints")
        let source = try row.named("source", in: shapes.sources)
        (support.source, support.checked) = (source.text, source.checked)
        support.retires = try row.optionalText("retires")
        support.unsure = try row.holds("unsure") ? row.texts("unsure") : []
        return ids.map { id in
            var model = support
            model.model = id
            return model
        }
    }
}

extension VoiceMaking {
    fileprivate init(reading row: inout CatalogueObject, _ shapes: SpeechShapes) throws(InferenceError) {
        self.init(
            maker: ModelID(try row.text("maker")), wire: try row.text("wire"), origin: try row.choice("origin"),
            targets: try row.ids("targets"), nameLimit: try row.optionalCount("nameLimit") ?? 0,
            nameSigns: try row.optionalText("nameSigns") ?? "",
            recording: try row.holds("recording") ? row.named("recording", in: shapes.inputs) : nil,
            takesFiles: try row.optionalFlag("files") ?? false,
            descriptionLimit: try row.optionalCount("descriptionLimit") ?? 0,
            sampleLimit: try row.optionalCount("sampleLimit") ?? 0,
            languages: try row.holds("languages") ? row.named("languages", in: shapes.languages).map(\.code) : [])
        prices = try row.named("prices", in: shapes.prices)
        endpoints = try row.ids("endpoints")
        let origin = try row.named("source", in: shapes.sources)
        (source, checked) = (origin.text, origin.checked)
        retires = try row.optionalText("retires")
        unsure = try row.holds("unsure") ? row.texts("unsure") : []
    }
}
