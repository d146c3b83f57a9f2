package import Inference

/// A recording that could be written down: checked, with its price, and nothing sent.
package struct PreparedTranscription: Sendable {
    package var reference: ModelRef
    package var plan: GenerationPlan
    package var route: GenerationRoute
    /// What the user should hear before it is asked for.
    package var warnings: [String]

    /// The same as what everything else is made from.
    package var generation: PreparedGeneration {
        PreparedGeneration(reference: reference, plan: plan, route: route, warnings: warnings)
    }

    /// The job that asks for it. ``JobRunner`` drives it as any other; ``StoredTranscript`` reads what it made.
    package func job(
        id: String, output: String?, as writing: TranscriptOutput, owner: String? = nil, at now: Double
    ) -> Job {
        var job = generation.job(id: id, output: output, owner: owner, at: now)
        job.transcript = writing
        return job
    }
}
