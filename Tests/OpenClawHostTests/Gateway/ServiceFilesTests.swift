import Foundation
import Inference
import Testing

@testable import OpenClawHost

@Suite struct ServiceFilesTests {
    private let home: TemporaryDirectory

    init() throws { home = try TemporaryDirectory() }

    private func plan(
        _ environment: [String: String] = [:], program: String = "/opt/o p/$HOME/50%/open\"claw", profile: String? = nil
    ) throws -> ServicePlan {
        let process = ["HOME": home.path].merging(environment) { $1 }
        let locations = try ConfigurationLocations(environment: process, profile: profile, workingDirectory: "/")
        return ServicePlan(program: program, locations: locations, process: process, port: 18_790)
    }

    /// Runs a program; `nil` when there is none.
    private func run(_ program: String, _ arguments: String...) throws -> (status: Int32, output: String)? {
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 127
            ? nil : (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    @Test func holdNoSecretOfTheShell() throws {
        let secrets = [
            "ACME_API_KEY": "sk-canary", "OPENCLAW_GATEWAY_TOKEN": "canary", "HTTPS_PROXY": "http://u:canary@proxy",
        ]
        let plan = try plan(secrets)
        #expect(!SystemdUnit(plan).text.contains("canary"))
        #expect(!LaunchAgent(plan).text.contains("canary"))
    }

    @Test func placesOfTheInstallationAreKept() throws {
        let plan = try plan(["OPENCLAW_STATE_DIR": "/var/x y", "PATH": "/secret/bin"], profile: "work")
        let unit = SystemdUnit(plan)
        #expect(unit.name == "openclaw-gateway-work.service")
        #expect(LaunchAgent(plan).path.hasSuffix("/Library/LaunchAgents/ai.openclaw.work.plist"))
        #expect(unit.text.contains("\nEnvironment=\"OPENCLAW_STATE_DIR=/var/x y\"\n"))
        #expect(!unit.text.contains("/secret/bin"))
        #expect(plan.arguments == ["--profile", "work", "gateway", "run", "--port", "18790"])
    }

    @Test func systemdAcceptsTheUnit() throws {
        // systemd looks whether the program is there.
        let plan = try plan(program: "/usr/bin/env")
        let unit = SystemdUnit(plan)
        let file = try home.write(unit.text, to: "units/\(unit.name)")
        guard let verdict = try run("XDG_RUNTIME_DIR=\(home.path)", "systemd-analyze", "--user", "verify", file) else {
            return
        }
        #expect(verdict.status == 0, "\(verdict.output)")
        #expect(!verdict.output.contains(unit.name), "\(verdict.output)")
    }

    @Test func systemdReadsStrangePathsAsTheyAre() throws {
        let text = SystemdUnit(try plan()).text
        #expect(
            text.contains(
                #"ExecStart="/opt/o p/$$HOME/50%%/open\"claw" "gateway" "run" "--port" "18790""#))
    }

    @Test func propertyListIsReadAsItWasMeant() throws {
        let plan = try plan(["OPENCLAW_HOME": "/a<b>&\"c'"])
        let file = try home.write(LaunchAgent(plan).text, to: "agent.plist")
        let script = """
            import json, plistlib, sys
            print(json.dumps(plistlib.load(open(sys.argv[1], 'rb'))))
            """
        let verdict = try #require(try run("python3", "-c", script, file))
        let agent = try JSONValue(parsing: verdict.output)
        #expect(agent["Label"] == "ai.openclaw.gateway")
        #expect(agent["ProgramArguments"]?[0]?.string == plan.program)
        #expect(agent["EnvironmentVariables"]?["OPENCLAW_HOME"]?.string == "/a<b>&\"c'")
        #expect(agent["Umask"]?.int == 0o77)
        #expect(agent["RunAtLoad"] == true)
        #expect(agent["KeepAlive"] == true)
    }

    @Test(arguments: ["relative/openclaw", "/a\nExecStartPre=/bin/rm"])
    func refuseWhatNoUnitCanCarry(_ program: String) throws {
        let plan = try plan(program: program)
        #expect(throws: InferenceError.self) { try plan.check() }
    }
}
