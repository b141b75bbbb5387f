using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Tests.Reading;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace KaizenGate.Core.Tests.Mcp;

/// <summary>A folder with a backlog, and the servers of it.</summary>
internal sealed class ServedFolder : IDisposable
{
    public const string Backlog = """
        # Improvements

        ## High Priority

        ### [IMP-001] Cache the restored packages

        - **Impact:** 8/10
        - **Effort:** 2/10

        ## Medium Priority

        ## Completed

        ### [IMP-002] Show the failing query in the log

        - **Completed:** 2026-02-16

        """;

    private readonly List<Server> servers = [];

    public ServedFolder() => File.WriteAllText(BacklogPath, Backlog);

    public string Folder { get; } = Directory.CreateTempSubdirectory("kaizen-mcp-").FullName;

    public string BacklogPath => Path.Join(Folder, "IMPROVEMENTS.md");

    public string Text => File.ReadAllText(BacklogPath);

    public Backlog Read() => Md.Read(Text);

    /// <summary>Starts a server with the official client.</summary>
    /// <param name="ownProcess">Whether the program runs in a process of its own, which takes half a second.</param>
    public Task<McpClient> ConnectAsync(bool ownProcess = false)
    {
        var server = Start(ownProcess);
        return McpClient.CreateAsync(
            new StreamClientTransport(server.Input, server.Output),
            cancellationToken: TestContext.Current.CancellationToken
        );
    }

    /// <summary>Starts a server, sends lines, waits for an answer to each that has an id, and ends the input.</summary>
    /// <param name="ownProcess">Whether the program runs in a process of its own.</param>
    /// <param name="lines">The lines.</param>
    public async Task<ServerOutput> SendAsync(bool ownProcess, params ImmutableArray<string> lines)
    {
        var server = Start(ownProcess);
        using var output = new StreamReader(server.Output);
        var answers = new List<string>();
        foreach (var line in lines)
        {
            await server.Input.WriteAsync(Encoding.UTF8.GetBytes($"{line}\n"), TestContext.Current.CancellationToken);
            await server.Input.FlushAsync(TestContext.Current.CancellationToken);
            if (line.Contains("\"id\"", StringComparison.Ordinal))
            {
                answers.Add((await output.ReadLineAsync(TestContext.Current.CancellationToken))!);
            }
        }

        await server.Input.DisposeAsync();
        answers.AddRange(
            (await output.ReadToEndAsync(TestContext.Current.CancellationToken)).Split(
                '\n',
                StringSplitOptions.RemoveEmptyEntries
            )
        );
        var (exitCode, error) = await server.Ending;
        return new(exitCode, [.. answers.Select(line => JsonNode.Parse(line)!)], error);
    }

    public void Dispose()
    {
        foreach (var server in servers)
        {
            server.Input.Dispose();
            server.Ending.Wait();
        }

        Directory.Delete(Folder, recursive: true);
    }

    private Server Start(bool ownProcess)
    {
        var server = ownProcess ? Server.OfProcess(Folder) : Server.InThisProcess(Folder);
        servers.Add(server);
        return server;
    }
}
