import Inference
import OpenClawHost

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A job as a row.
enum JobRow {
    static let insertion = """
        INSERT INTO job (id, state, created, service, task, owner, kind, document) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    /// The values of `values(of:)` without the first, and then the id.
    static let update = """
        UPDATE job SET state = ?, created = ?, service = ?, task = ?, owner = ?, kind = ?, document = ?
        WHERE id = ? AND removed IS NULL
        """

    static func values(of job: Job) throws(InferenceError) -> [SQLValue] {
        let data: Data
        do { data = try JSONEncoder().encode(job) } catch {
            throw InferenceError(.storeFailed, "job \(job.id) cannot be written: \(error)")
        }
        return [
            .text(job.id), .text(job.state.rawValue), .integer(UsageRow.milliseconds(job.createdAt)),
            .text(job.service), SQLValue(job.task?.id), SQLValue(job.owner), .text(job.kind.rawValue),
            .text(String(decoding: data, as: UTF8.self)),
        ]
    }

    /// - Parameter row: with the document alone.
    static func job(_ row: borrowing Row) -> Job? {
        row.text(0).flatMap { try? JSONDecoder().decode(Job.self, from: Data($0.utf8)) }
    }
}
