[assembly: AssemblyFixture(typeof(KaizenGate.Acceptance.Tests.CompilerServer))]

namespace KaizenGate.Acceptance.Tests;

/// <summary>
/// The compiler server that all builds of the tests share, because starting one takes as long as the rest of a small build.
/// The first build starts it; no other builds use it, and it ends with the tests. <c>.ci/run</c> starts and ends its own, which has
/// compiled everything once and is fast by then.
/// </summary>
public sealed class CompilerServer : IAsyncLifetime
{
    private const string Name = "SharedCompilationId";

    private static readonly string? Given = Environment.GetEnvironmentVariable(Name);
    private static readonly string Id = Given ?? $"kaizen-{Environment.ProcessId}";

    /// <summary>The environment of a build that uses it; see <see cref="Scratch"/> for the last variable.</summary>
    public static IReadOnlyDictionary<string, string> Variables { get; } =
        new Dictionary<string, string>
        {
            ["UseSharedCompilation"] = "true",
            [Name] = Id,
            ["DOTNET_TieredPGO"] = "0",
        };

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (Given is not null)
        {
            return;
        }

        var environment = Command.OwnEnvironment();
        var sdks = await Command.RunAsync("dotnet", ["--list-sdks"], Repository.Root, environment);
        var version = await Command.RunAsync("dotnet", ["--version"], Repository.Root, environment);
        // "10.0.401 [/usr/share/dotnet/sdk]"
        var folder = sdks.Output.Split('\n').First(line => line.StartsWith(version.Text, StringComparison.Ordinal))[
            (version.Text.Length + 1)..
        ];
        var server = Path.Combine(folder.Trim().Trim('[', ']'), version.Text, "Roslyn/bincore/VBCSCompiler.dll");
        await Command.RunAsync("dotnet", [server, "-shutdown", $"-pipename:{Id}"], Repository.Root, environment);
    }
}
