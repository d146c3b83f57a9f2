package import Inference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Where files of a gateway's clients lie until the service has them. Their names are ours, their content is nobody's but the
/// client's: only the owner of the installation may read them, and they go as soon as they are not needed.
package struct IncomingFolder: Sendable {
    private let directory: String

    /// - Parameter directory: created when the first file comes.
    package init(directory: String) { self.directory = directory }

    /// The path of a file that is about to come.
    package func path(named name: String) throws(InferenceError) -> String {
        do throws(FileError) { try PrivateDirectory.create(directory) } catch { throw error.inferenceError }
        return FilePathText.join(directory, name)
    }

    /// Looks at a file that is complete and gives it the ending that its content asks for.
    ///
    /// - Returns: `nil` when its format is not known.
    package func settle(_ path: String) throws(InferenceError) -> (path: String, facts: MediaFacts)? {
        do throws(FileError) {
            let reader = try MediaReader(path)
            guard let format = MediaFormat.of(reader.bytes(at: 0, count: 16)) else { return nil }
            let named = path + "." + format.ending
            guard rename(path, named) == 0 else { throw FileError("rename", path) }
            return (named, try MediaFacts(ofFile: named))
        } catch {
            throw error.inferenceError
        }
    }

    /// Gives a job its own names for the files that it starts from, which stay when the request that brought them is over.
    func claim(_ job: inout Job) throws(InferenceError) {
        for (index, planned) in job.plan.inputs.enumerated() {
            guard case .file(let path) = planned.input.source, FilePathText.parent(of: path) == directory else {
                continue
            }
            let ending = path.split(separator: ".").last ?? ""
            let own = FilePathText.join(directory, "job-\(job.id)-\(index + 1).\(ending)")
            guard link(path, own) == 0 else { throw FileError("keep", path).inferenceError }
            job.plan.inputs[index].input.source = .file(own)
        }
    }

    /// Removes the files of a job that was never written down.
    func abandon(_ job: Job) { for path in paths(of: job) { unlink(path) } }

    /// Removes what a job does not need any more.
    func release(_ job: Job) {
        guard job.task != nil || job.results != nil || (job.state.isFinal && job.state != .unresolved) else { return }
        for path in paths(of: job) { unlink(path) }
    }

    /// Removes what no job waits for: files of requests that were cut off by the end of a process.
    func sweep(keeping jobs: [Job]) {
        let kept = Set(jobs.flatMap { paths(of: $0) }.map(FilePathText.name))
        for name in (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? [] where !kept.contains(name) {
            unlink(FilePathText.join(directory, name))
        }
    }

    private func paths(of job: Job) -> [String] {
        job.plan.inputs.compactMap { planned in
            guard case .file(let path) = planned.input.source, FilePathText.parent(of: path) == directory else {
                return nil
            }
            return path
        }
    }
}
