using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace KaizenGate.Benchmarks.Processes;

/// <summary>
/// What the package for MSBuild adds to <c>dotnet build</c> of four projects with two frameworks in which nothing has
/// changed: the same solution without the package, with a remembered clean run, and with a run of the gate each time.
/// </summary>
internal sealed partial class NoOpBuild(string folder, TextWriter output)
{
    private const int Rounds = 25;

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFrameworks>net10.0;net9.0</TargetFrameworks>
            <ImplicitUsings>disable</ImplicitUsings>
            <DisableImplicitFrameworkReferences Condition="'$(TargetFramework)' == 'net9.0'">true</DisableImplicitFrameworkReferences>
          </PropertyGroup>
          <ItemGroup Condition="'$(TargetFramework)' == 'net9.0'">
            <Reference Include="$(NetCoreTargetingPackRoot)/Microsoft.NETCore.App.Ref/$(BundledNETCoreAppPackageVersion)/ref/net10.0/*.dll" />
          </ItemGroup>
          <ItemGroup Condition="'$(MSBuildProjectName)' != 'A'">
            <ProjectReference Include="../A/A.csproj" />
          </ItemGroup>
        </Project>
        """;

    private const string Settings = """{ "profile": "advisory", "rules": { "KZ102": "off" } }""";

    private const string Reference = """
        <Project>
          <ItemGroup>
            <PackageReference Include="KaizenGate.MSBuild" Version="*" PrivateAssets="all" />
          </ItemGroup>
        </Project>
        """;

    /// <returns>Always 0.</returns>
    /// <param name="feed">The folder of the packed package.</param>
    /// <param name="output">Receives the table.</param>
    public static int Run(string feed, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("kaizen-benchmarks-").FullName;
        try
        {
            Environment.SetEnvironmentVariable("NUGET_PACKAGES", Path.Combine(folder, "packages"));
            Environment.SetEnvironmentVariable("UseSharedCompilation", "false");
            new NoOpBuild(folder, output).Compare(feed);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private void Compare(string feed)
    {
        ImmutableArray<string> solutions =
        [
            Solution("without", feed, hasGate: false, Settings),
            Solution("clean and remembered", feed, hasGate: true, Settings),
            // Settings that refer to further files are read each time.
            Solution("gate runs", feed, hasGate: true, Settings.Insert(1, """ "backlogs": ["IMPROVEMENTS.md"],""")),
        ];
        output.WriteLine($"no-op `dotnet build`, 4 projects with 2 frameworks, medians of {Rounds} interleaved runs\n");
        output.WriteLine(
            "| nodes | solution | elapsed ms | added ms, round by round | of that 95% certain | processor ms |"
        );
        output.WriteLine("| --- | --- | ---: | ---: | ---: | ---: |");
        Measure("as it comes", solutions, ["--no-restore"]);
        Measure("one, new", solutions, ["--no-restore", "-m:1", "-nodeReuse:false"]);
        output.WriteLine(
            $"\nthe targets of the package, as MSBuild itself counts them, on one node, medians of {Rounds} runs\n"
        );
        output.WriteLine("| solution | ms |");
        output.WriteLine("| --- | ---: |");
        foreach (var solution in solutions.Skip(1))
        {
            int[] sorted = [.. Enumerable.Range(0, Rounds).Select(_ => OwnTime(solution)).Order()];
            output.WriteLine($"| {Path.GetFileName(solution)} | {sorted[Rounds / 2]} |");
        }
    }

    private void Measure(string nodes, ImmutableArray<string> solutions, string[] options)
    {
        var timings = Interleaved.Measure([.. solutions.Select(solution => Build(solution, options))], Rounds, folder);
        foreach (var timing in timings)
        {
            output.WriteLine(
                $"| {nodes} | {timing.Contestant.Name} "
                    + $"| {timing.Elapsed.TotalMilliseconds:F0} | {timing.More.Median.TotalMilliseconds:F0} "
                    + $"| {timing.More.Least.TotalMilliseconds:F0} to {timing.More.Most.TotalMilliseconds:F0} "
                    + $"| {timing.Processor?.TotalMilliseconds:F0} |"
            );
        }
    }

    /// <summary>The time of the two targets in all projects, including what they call; it adds up because there is one node.</summary>
    private int OwnTime(string solution) =>
        Summary()
            .Matches(
                Build(solution, "--no-restore", "-m:1", "-nodeReuse:false", "-clp:PerformanceSummary")
                    .Run(folder)
                    .Output
            )
            .Sum(target => int.Parse(target.Groups[1].ValueSpan, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"(\d+) ms +KaizenGate(?:Ask|Check) ")]
    private static partial Regex Summary();

    private static Contestant Build(string solution, params string[] options) =>
        new(Path.GetFileName(solution), "dotnet", ["build", solution, .. options]);

    /// <returns>The folder of a built solution.</returns>
    private string Solution(string name, string feed, bool hasGate, string settings)
    {
        var solution = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        Write(
            "nuget.config",
            $"<configuration><packageSources><clear /><add key=\"packed\" value=\"{feed}\" /></packageSources></configuration>"
        );
        Write("IMPROVEMENTS.md", "# Improvement Backlog\n");
        Write("kaizen.json", settings);
        Write(".gitignore", "bin/\nobj/\n");
        Write("Directory.Build.props", hasGate ? Reference : "<Project />");
        foreach (var project in new[] { "A", "B", "C", "D" })
        {
            Write($"{project}/{project}.csproj", Project);
            Write($"{project}/{project}.cs", $"namespace {project}; public class Thing;\n");
        }

        Git("init", "--quiet");
        Git("add", "--all");
        Git("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "--quiet", "--message=Begin");
        new Contestant("dotnet new", "dotnet", ["new", "sln", "--name", "all", "--format", "slnx"]).Run(solution);
        new Contestant("dotnet sln", "dotnet", ["sln", "add", "A", "B", "C", "D"]).Run(solution);
        Build(solution, "-nodeReuse:false").Run(folder);
        return solution;

        void Git(params string[] arguments) => new Contestant("git", "git", [.. arguments]).Run(solution);

        void Write(string file, string content)
        {
            var path = Path.Combine(solution, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, content);
        }
    }
}
