using System.Collections.Concurrent;

namespace KaizenGate.Acceptance.Tests.MSBuild;

/// <summary>A server of MSBuild, which one build at a time uses: otherwise a small build spends most of its time on the start of MSBuild.</summary>
internal sealed class MSBuildServer : IDisposable
{
    private static readonly ConcurrentBag<MSBuildServer> Idle = [];
    private static int started;

    /// <summary>Servers with different salts do not know each other.</summary>
    private readonly string salt = $"kaizen-{Environment.ProcessId}-{Interlocked.Increment(ref started)}";

    /// <summary>Takes an idle server; the first build of a new one starts it.</summary>
    public static MSBuildServer Rent() => Idle.TryTake(out var server) ? server : new MSBuildServer();

    /// <summary>Ends all idle servers.</summary>
    public static async Task EndAsync()
    {
        while (Idle.TryTake(out var server))
        {
            await Command.RunAsync(
                "dotnet",
                ["build-server", "shutdown", "--msbuild"],
                Repository.Root,
                server.In(Command.OwnEnvironment())
            );
        }
    }

    /// <summary>The variables of a build, changed so that the server runs it.</summary>
    public Dictionary<string, string> In(Dictionary<string, string> variables)
    {
        var changed = new Dictionary<string, string>(variables)
        {
            ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "1",
            ["MSBUILDNODEHANDSHAKESALT"] = salt,
        };
        changed.Remove("MSBUILDDISABLENODEREUSE");
        return changed;
    }

    public void Dispose() => Idle.Add(this);
}
