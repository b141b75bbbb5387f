using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace KaizenGate.Core.Tests.Mcp;

/// <summary>What a server printed until it ended.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Answers">Each line of standard output, which must be JSON.</param>
/// <param name="Error">Standard error.</param>
internal sealed record ServerOutput(int ExitCode, ImmutableArray<JsonNode> Answers, string Error);
