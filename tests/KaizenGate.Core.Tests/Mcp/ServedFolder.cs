using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Tests.Reading;
using ModelContextProtocol.Client;

namespace KaizenGate.Core.Tests.Mcp;

/// <summary>A folder with a backlog, and the program that serves it.</summary>
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

    public ServedFolder() => File.WriteAllText(BacklogPath, Backlog);

    public string Folder { get; } = Directory.CreateTempSubdirectory("kaizen-mcp-").FullName;

    public string BacklogPath => Path.Join(Folder, "IMPROVEMENTS.md");

    public string Text => File.ReadAllText(BacklogPath);

    public Backlog Read() => Md.Read(Text);

    /// <summary>The program in its own folder: next to the tests, assemblies are missing that ASP.NET Core has.</summary>
    private static string Program { get; } =
        Repository.PathOf(
            "src",
            "KaizenGate.Cli",
            "bin",
            new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name,
            new DirectoryInfo(AppContext.BaseDirectory).Name,
            "dotnet-kaizen.dll"
        );

    /// <summary>Starts the server with the official client.</summary>
    public Task<McpClient> ConnectAsync() =>
        McpClient.CreateAsync(
            new StdioClientTransport(
                new()
                {
                    Name = "kaizen",
                    Command = "dotnet",
                    Arguments = [Program, "mcp"],
                    WorkingDirectory = Folder,
                }
            ),
            cancellationToken: TestContext.Current.CancellationToken
        );

    /// <summary>Starts the server, sends lines, waits for an answer to each that has an id, and ends the input.</summary>
    public async Task<ServerOutput> SendAsync(params ImmutableArray<string> lines)
    {
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [Program, "mcp"])
            {
                WorkingDirectory = Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            }
        )!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var answers = new List<string>();
        foreach (var line in lines)
        {
            await process.StandardInput.WriteAsync($"{line}\n");
            await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
            if (line.Contains("\"id\"", StringComparison.Ordinal))
            {
                answers.Add((await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!);
            }
        }

        process.StandardInput.Close();
        answers.AddRange(
            (await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split(
                '\n',
                StringSplitOptions.RemoveEmptyEntries
            )
        );
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, [.. answers.Select(line => JsonNode.Parse(line)!)], await error);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
