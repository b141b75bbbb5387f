using System.Runtime.InteropServices;

namespace KaizenGate.Benchmarks.Processes;

/// <summary>Creates the programs to compare.</summary>
/// <param name="folder">An empty folder for builds and installations, outside of any repository.</param>
internal sealed class Contestants(string folder)
{
    private const string HelloProject = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <PublishAot>true</PublishAot>
            <InvariantGlobalization>true</InvariantGlobalization>
          </PropertyGroup>
        </Project>
        """;

    /// <summary>The native tool, checking a file.</summary>
    /// <param name="tool">The program; see <see cref="PublishTool"/>.</param>
    /// <param name="backlog">The path of the backlog.</param>
    public static Contestant Check(string tool, string backlog) =>
        new("dotnet-kaizen check", tool, ["check", backlog, "--as-of", $"{BacklogGenerator.AsOf:yyyy-MM-dd}"]);

    public static Contestant Git { get; } = new("git --version", "git", ["--version"]);

    /// <summary>Publishes the tool from the sources around this program.</summary>
    /// <returns>The path of the native program.</returns>
    public string PublishTool() =>
        Publish(Path.Combine(RepositoryRoot(), "src", "KaizenGate.Cli"), "tool", "dotnet-kaizen");

    /// <summary>The minimum of a native .NET program.</summary>
    public Contestant HelloWorld()
    {
        var project = Directory.CreateDirectory(Path.Combine(folder, "hello-source")).FullName;
        File.WriteAllText(Path.Combine(project, "hello.csproj"), HelloProject);
        File.WriteAllText(Path.Combine(project, "Program.cs"), "System.Console.WriteLine(\"Hello, World!\");\n");
        return new Contestant("native hello-world", Publish(project, "hello", "hello"), []);
    }

    /// <summary>markdownlint-cli2 on a file; null if npm or its registry is not available.</summary>
    /// <param name="backlog">The path of the backlog.</param>
    public Contestant? MarkdownLint(string backlog)
    {
        var npm = new Contestant(
            "npm install",
            "npm",
            ["install", "--prefix", folder, "--no-audit", "--no-fund", "--no-save", "markdownlint-cli2"]
        );
        try
        {
            npm.Run(folder);
        }
        catch (Exception missing) when (missing is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }

        // Run directly by node: the shim of npm would add to its time.
        var program = Path.Combine(folder, "node_modules", "markdownlint-cli2", "markdownlint-cli2-bin.mjs");
        return new Contestant("markdownlint-cli2", "node", [program, Path.GetFileName(backlog)]);
    }

    private string Publish(string project, string name, string program)
    {
        var output = Path.Combine(folder, name);
        var publish = new Contestant(
            $"dotnet publish {name}",
            "dotnet",
            ["publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", output]
        );
        publish.Run(folder);
        return Path.Combine(output, OperatingSystem.IsWindows() ? $"{program}.exe" : program);
    }

    private static string RepositoryRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "KaizenGate.sln")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new InvalidOperationException("Run it from a clone, or give --tool PATH.");
    }
}
