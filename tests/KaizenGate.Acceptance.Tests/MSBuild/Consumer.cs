using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace KaizenGate.Acceptance.Tests.MSBuild;

/// <summary>A user's folder, whose projects get the package from the local feed.</summary>
public sealed partial class Consumer : IDisposable
{
    /// <summary>An element of a project or of Directory.Build.props.</summary>
    public static readonly XElement Reference = new(
        "ItemGroup",
        new XElement(
            "PackageReference",
            new XAttribute("Include", Names.MSBuildPackage),
            new XAttribute("Version", "*"),
            new XAttribute("PrivateAssets", "all")
        )
    );

    private const string Processors = "DOTNET_PROCESSOR_COUNT";

    private readonly Scratch scratch = new();
    private readonly PackedMSBuild packed;

    /// <param name="packed">The package.</param>
    /// <param name="folder">The name of the folder.</param>
    public Consumer(PackedMSBuild packed, string folder = "shop")
    {
        this.packed = packed;
        Folder = Directory.CreateDirectory(scratch.PathOf(folder)).FullName;
        scratch
            .With("NUGET_PACKAGES", packed.Packages)
            .With("DOTNET_CLI_HOME", packed.Home)
            // Background processes would keep files and the output open.
            .With("MSBUILDDISABLENODEREUSE", "1")
            // A second process of MSBuild takes a second to start, and the other processors have other tests.
            .With(Processors, "1")
            .With("HOME", packed.Home)
            .With("GIT_CONFIG_NOSYSTEM", "1");
        foreach (var (name, value) in CompilerServer.Variables)
        {
            scratch.With(name, value);
        }

        Write(
            "nuget.config",
            new XElement(
                "configuration",
                new XElement(
                    "packageSources",
                    new XElement("clear"),
                    new XElement("add", new XAttribute("key", "packed"), new XAttribute("value", packed.Feed))
                )
            ).ToString()
        );
    }

    public string Folder { get; }

    public Dictionary<string, string> Environment => scratch.Environment;

    /// <summary>Uses the native program of a global tool instead of the portable one, which takes half a second more per run.</summary>
    public Consumer With(PackedTool tool)
    {
        scratch.With("DOTNET_CLI_HOME", tool.Home);
        return this;
    }

    /// <summary>Builds several projects at once, with one process of MSBuild per processor.</summary>
    public Consumer WithAllProcessors()
    {
        Environment.Remove(Processors);
        return this;
    }

    public void Dispose() => scratch.Dispose();

    public string PathOf(string relative) => Path.GetFullPath(relative, Folder);

    public Consumer Write(string file, string content)
    {
        scratch.Write(PathOf(file), content);
        return this;
    }

    /// <summary>Writes a library with one class.</summary>
    public Consumer Library(string project, params string[] properties) =>
        Project(project, Reference, properties).Write(NextTo(project, "Thing.cs"), "public class Thing;\n");

    /// <summary>Writes a project.</summary>
    public Consumer Project(string project, XElement? content, params string[] properties)
    {
        string[] framework = properties.Any(property =>
            property.StartsWith("TargetFramework", StringComparison.Ordinal)
        )
            ? []
            : ["TargetFramework=net10.0"];
        return Write(
            project,
            new XElement(
                "Project",
                new XAttribute("Sdk", "Microsoft.NET.Sdk"),
                new XElement("PropertyGroup", framework.Concat(properties).Select(Property)),
                content,
                SecondFramework()
            ).ToString()
        );
    }

    /// <summary>Writes a library as if it had been restored.</summary>
    public async Task<Consumer> RestoredLibraryAsync(string folder, params string[] properties)
    {
        Library($"{folder}/{PackedMSBuild.Project}", properties);
        var objects = Directory.CreateDirectory(PathOf($"{folder}/obj")).FullName;
        foreach (var file in Directory.GetFiles(await packed.RestoredAsync()))
        {
            File.Copy(file, Path.Join(objects, Path.GetFileName(file)));
        }

        return this;
    }

    /// <summary>Writes the solution shop.slnx.</summary>
    public Consumer Solution(params IEnumerable<string> projects) =>
        Write(
            "shop.slnx",
            new XElement(
                "Solution",
                projects.Select(path => new XElement("Project", new XAttribute("Path", path)))
            ).ToString()
        );

    /// <summary>Runs the gate of a restored project in a folder, without its compiler.</summary>
    public Task<Outcome> CheckAsync(string folder, params string[] options) =>
        DotNetAsync(["msbuild", folder, "-t:KaizenGateCheck", .. options]);

    /// <summary>Runs the SDK in the folder.</summary>
    public async Task<Outcome> DotNetAsync(params string[] arguments)
    {
        if (!CanUseServer(arguments))
        {
            return await Command.RunAsync("dotnet", arguments, Folder, Environment);
        }

        using var server = MSBuildServer.Rent();
        return await Command.RunAsync("dotnet", arguments, Folder, server.In(Environment));
    }

    public async Task GitAsync(params string[] arguments) =>
        (
            await Command.RunAsync(
                "git",
                ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", .. arguments],
                Folder,
                Environment
            )
        ).MustSucceed();

    /// <summary>The number of runs of the gate in a build with detailed output.</summary>
    public static int Runs(Outcome detailed) => Started().Count(detailed.Output);

    /// <summary>The number of occurrences of a text in the output, without the summary at the end.</summary>
    public static int Times(Outcome outcome, string text) =>
        outcome.Output.Split("\nBuild FAILED.")[0].Split("\nBuild succeeded.")[0].Split(text).Length - 1;

    /// <summary>
    /// Whether a build with these arguments may use a server: it keeps worker processes, and the folder of its last build, which Windows
    /// then cannot delete.
    /// </summary>
    private bool CanUseServer(string[] arguments) =>
        !OperatingSystem.IsWindows()
        && Environment.ContainsKey(Processors)
        && arguments is ["build" or "msbuild" or "restore", ..]
        && !arguments.Any(option => option.StartsWith("-m", StringComparison.Ordinal));

    private static string NextTo(string project, string file) => Path.Join(Path.GetDirectoryName(project), file);

    private static XElement Property(string property) =>
        new(
            property[..property.IndexOf('=', StringComparison.Ordinal)],
            property[(property.IndexOf('=', StringComparison.Ordinal) + 1)..]
        );

    // The SDK contains the reference assemblies of its own framework only, and the feed contains none.
    private static XElement SecondFramework() =>
        new(
            "Choose",
            new XElement(
                "When",
                new XAttribute("Condition", "'$(TargetFramework)' == 'net9.0'"),
                new XElement(
                    "PropertyGroup",
                    new XElement("DisableImplicitFrameworkReferences", "true"),
                    new XElement("ImplicitUsings", "disable")
                ),
                new XElement(
                    "ItemGroup",
                    new XElement(
                        "Reference",
                        new XAttribute(
                            "Include",
                            "$(NetCoreTargetingPackRoot)/Microsoft.NETCore.App.Ref/$(BundledNETCoreAppPackageVersion)/ref/net10.0/*.dll"
                        )
                    )
                )
            )
        );

    [GeneratedRegex("\"check\" \"--format=msbuild\"")]
    private static partial Regex Started();
}
