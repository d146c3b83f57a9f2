import Testing

@testable import QwenSimulator

@Suite struct ErrorTableTests {
    private static let fields: Set<String> = [
        "id", "status", "code", "type", "message", "nativeCode", "nativeMessage", "shape", "aliases", "source",
    ]

    @Test func entriesHoldKnownFieldsOnly() throws {
        for entry in try #require(JSONParser.parse(PackageResources.errors_json).array) {
            let keys = Set(entry.object?.keys ?? [])
            #expect(keys.isSubset(of: Self.fields), "\(entry.text)")
        }
    }

    @Test func namesAreUnique() throws {
        let rows = try ErrorTable(PackageResources.errors_json).rows
        let names = rows.flatMap { [$0.id] + $0.aliases }
        #expect(Set(names).count == names.count)
        #expect(rows.count > 100)
    }

    @Test func everyRowIsReachableAsAFaultInEachDialect() async throws {
        let harness = try ServiceHarness()
        let chat: JSON = ["model": "qwen-plus", "messages": user("Hi")]
        for row in harness.service.world.errors.rows {
            let header = [("x-simulator-fault", row.id)]
            let compatible = await harness.chat(chat, headers: header)
            #expect(compatible.status == row.status, "\(row.id)")
            let native = await harness.reply("/api/v1/models", nil, headers: header)
            #expect(native.status == row.status, "\(row.id)")
            #expect(!compatible.text.contains("{max}") && !compatible.text.contains("{model}"))
            guard row.shape == nil else { continue }
            #expect(compatible.json["error"]?["message"] != nil, "\(row.id)")
            #expect(native.json["code"]?.string == row.nativeCode, "\(row.id)")
        }
    }

    /// The spellings of the reference's table 4.2 that a client matches on.
    @Test(arguments: [
        "InvalidParameter", "invalid_parameter_error", "Arrearage", "InvalidApiKey", "invalid_api_key", "AccessDenied",
        "AccessDenied.Unpurchased", "Model.AccessDenied", "AllocationQuota.FreeTierOnly", "ModelNotFound",
        "model_not_found", "model_not_supported", "WorkSpaceNotFound", "NotFound", "Conflict", "Throttling",
        "Throttling.RateQuota", "LimitRequests", "limit_requests", "Throttling.BurstRate", "limit_burst_rate",
        "Throttling.AllocationQuota", "insufficient_quota", "Throttling.ResourceExhausted", "Throttling.Concurrency",
        "hour_quota", "week_quota", "month_quota", "usage_quota", "token_plan_week", "token_plan_exhausted",
        "CommodityNotPurchased", "PrepaidBillOverdue", "PostpaidBillOverdue", "InternalError", "InternalError.Algo",
        "InternalError.Algo.InvalidParameter", "InternalError.Timeout", "SystemError", "ModelServiceFailed",
        "InvokePluginFailed", "AppProcessFailed", "RewriteFailed", "RetrivalFailed", "RequestTimeOut",
        "ResponseTimeout", "ModelServingError", "ModelUnavailable", "gateway_timeout", "agents_only",
        "data_inspection_failed", "DataInspectionFailed", "CustomRoleBlocked", "FaqRuleBlocked",
        "IPInfringementSuspect", "APIConnectionError", "ClientDisconnect", "InvalidURL", "mismatched_model",
    ])
    func knowsTheSpelling(_ name: String) throws {
        #expect(try ErrorTable(PackageResources.errors_json)[name] != nil)
    }

    @Test func keepsTheOddShapes() async throws {
        let harness = try ServiceHarness()
        let chat: JSON = ["model": "qwen3.6-plus", "messages": user("Hi")]
        let gate = await harness.chat(chat, endpoint: "coding-cn", headers: [("x-simulator-fault", "agents_only")])
        #expect(gate.status == 405)
        #expect(gate.json == ["error": "Coding Plan is currently only available for Coding Agents"])
        let exhausted = await harness.chat(
            chat, endpoint: "token-plan-cn",
            headers: [("x-simulator-fault", "token_plan_week@reset=11-29 16:00:00")])
        #expect(exhausted.json["code"] == "Throttling.AllocationQuota")
        #expect(exhausted.json["message"]?.string?.hasSuffix("reset at 11-29 16:00:00 UTC.") == true)
        #expect(await harness.chat(chat, headers: [("x-simulator-fault", "empty-404")]).text.isEmpty)
        #expect(await harness.chat(chat, headers: [("x-simulator-fault", "html-502")]).text.hasPrefix("<html>"))
    }
}
