package import Inference
package import OpenClawHost

extension CommandContext {
    /// The jobs of an installation.
    ///
    /// - Throws: `.unsupported` in a build without a store.
    package func jobStore(of installation: Installation) throws(InferenceError) -> any JobStore {
        guard let store = makeJobStore(installation.locations.stateDirectory) else {
            throw InferenceError(.unsupported, "this build keeps no jobs")
        }
        return store
    }

    /// What drives the jobs of an installation.
    package func jobRunner(of installation: Installation, books: UsageRecorder?) throws(InferenceError) -> JobRunner {
        let state = installation.locations.stateDirectory
        let environment = installation.settings.environment.values
        let transport = makeTransport(environment)
        return JobRunner(
            store: try jobStore(of: installation), locks: JobLocks(directory: FilePathText.join(state, "jobs")),
            routes: generationRoutes(of: installation), transport: transport,
            sockets: makeSocketTransport(environment),
            fetcher: ResultFetcher(
                guarded: makeGuardedTransport(environment), local: transport, userAgent: userAgent),
            services: JobServices(now: now, random: random),
            mediaDirectory: FilePathText.join(state, "media/generated"), usage: books)
    }

    /// What brings large files into the temporary store of a service.
    ///
    /// - Throws: `.unsupported` in a build without a store.
    func uploadTools(of installation: Installation) throws(InferenceError) -> UploadTools {
        let environment = installation.settings.environment.values
        let transport = makeTransport(environment)
        return UploadTools(
            store: try jobStore(of: installation), services: JobServices(now: now, random: random),
            transport: transport,
            fetcher: ResultFetcher(guarded: makeGuardedTransport(environment), local: transport, userAgent: userAgent))
    }

    package func generationRoutes(of installation: Installation) -> GenerationRoutes {
        GenerationRoutes(
            accounts: installation.accounts, registry: installation.registry, userAgent: userAgent,
            logger: makeLogger(), learn: { scrubber.learn($0) })
    }
}
