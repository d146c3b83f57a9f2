import HTTPTypes
import Inference

/// Shows a codec of transcriptions as one of generations, so that transcriptions are jobs as everything else is: never lost,
/// never paid twice.
struct TranscriptionJobs: GenerationModel {
    let transcription: any TranscriptionModel

    func models() throws(InferenceError) -> [GenerationSupport] {
        try transcription.models().map { support in
            let mode = GenerationModeSupport(
                mode: .transcription, isPromptRequired: false, inputs: [support.input], inputCount: 1...1)
            return GenerationSupport(
                model: support.model, kind: .text, wire: support.wire, isTask: support.isTask, modes: [mode],
                prices: support.prices.compactMap(\.perSecond), endpoints: support.endpoints, source: support.source,
                checked: support.checked)
        }
    }

    func exchange(
        for plan: GenerationPlan, sources: [String], context: CallContext
    ) throws(InferenceError) -> HTTPExchangeRequest {
        guard let source = sources.first else { throw InferenceError(.invalidRequest, "expected a recording") }
        return try transcription.exchange(for: plan, source: source, context: context)
    }

    func answer(
        _ head: HTTPResponse, _ body: [UInt8], to plan: GenerationPlan, context: CallContext
    ) throws(InferenceError) -> GenerationAnswer {
        try transcription.answer(head, body, to: plan, context: context)
    }
}

extension SpeechPrice {
    fileprivate var perSecond: GenerationPrice? {
        guard unit == .second else { return nil }
        return GenerationPrice(
            endpoints: endpoints, currency: currency, unit: .second,
            rates: [GenerationPrice.Rate(amount: cost(of: 1).amount)], source: source, checked: checked)
    }
}
