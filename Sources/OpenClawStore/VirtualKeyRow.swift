import Inference
import OpenClawHost

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A virtual key as a row: the order of its columns stands here and nowhere else.
enum VirtualKeyRow {
    static let columns =
        "id, name, digest, tail, models, routes, requests_per_minute, budget_per_day, created, expires, revoked"

    static let insertion =
        "INSERT INTO gateway_key (\(columns)) VALUES (?" + String(repeating: ", ?", count: 10) + ")"

    static func values(of key: VirtualKey, _ digest: KeyDigest) -> [SQLValue] {
        let moment = { (time: Double?) in SQLValue(time.map(UsageRow.milliseconds)) }
        let budgets = key.budgetPerDay.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.string("\($0.value)")) }
        return [
            .text(key.id), .text(key.name), .text(hexadecimal(digest.bytes)), .text(key.tail),
            list(key.models), list(key.routes), SQLValue(key.requestsPerMinute),
            .text(text(.object(JSONObject(budgets)))), moment(key.createdAt), moment(key.expiresAt),
            moment(key.revokedAt),
        ]
    }

    static func key(_ row: borrowing Row) -> StoredVirtualKey {
        let moment = { (milliseconds: Int?) in milliseconds.map { Double($0) / 1000 } }
        let budgets = value(row.text(7)).object?.members.compactMap { member in
            member.value.string.flatMap { Decimal(string: $0) }.map { (member.key, $0) }
        }
        let key = VirtualKey(
            id: row.text(0) ?? "", name: row.text(1) ?? "", tail: row.text(3) ?? "", models: texts(row.text(4)),
            routes: texts(row.text(5)), requestsPerMinute: row.integer(6),
            budgetPerDay: Dictionary(budgets ?? []) { $1 }, createdAt: moment(row.integer(8)) ?? 0,
            expiresAt: moment(row.integer(9)), revokedAt: moment(row.integer(10)))
        return StoredVirtualKey(key: key, digest: KeyDigest(bytes(row.text(2) ?? "")))
    }

    private static func list(_ texts: [String]) -> SQLValue { .text(text(.array(texts.map { .string($0) }))) }

    private static func text(_ value: JSONValue) -> String { String(decoding: value.serialized(), as: UTF8.self) }

    private static func value(_ text: String?) -> JSONValue {
        text.flatMap { try? JSONValue(parsing: $0) } ?? .null
    }

    private static func texts(_ text: String?) -> [String] { value(text).array?.compactMap(\.string) ?? [] }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func bytes(_ text: String) -> [UInt8] {
        let digits = Array(text)
        return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
            UInt8(String(digits[$0...($0 + 1)]), radix: 16)
        }
    }
}
