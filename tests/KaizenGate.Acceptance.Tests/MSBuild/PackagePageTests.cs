using System.Buffers.Binary;
using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace KaizenGate.Acceptance.Tests.MSBuild;

/// <summary>What a feed shows of the packages, and what their licences demand.</summary>
public sealed partial class PackagePageTests(PackedTool tool, PackedMSBuild packed)
{
    private static readonly XDocument Properties = XDocument.Load(Repository.PathOf("Directory.Build.props"));

    private static string Address => Properties.Descendants("KaizenGateRepositoryUrl").Single().Value;

    /// <summary>The address of the files of the version.</summary>
    private string Files => $"{Address}/blob/v{tool.Version}/";

    private string[] Packages => [.. Directory.GetFiles(tool.Feed, "*.nupkg"), packed.Package];

    [Fact]
    public void Each_package_has_a_title_an_icon_a_README_and_its_addresses()
    {
        Assert.Equal(4, Packages.Length);
        foreach (var package in Packages)
        {
            var specification = Specification(package);

            Assert.StartsWith("KaizenGate", specification["title"], StringComparison.Ordinal);
            Assert.Equal("icon.png", specification["icon"]);
            Assert.Equal("README.md", specification["readme"]);
            Assert.Equal("MIT", specification["license"]);
            Assert.Equal(Address, specification["projectUrl"]);
            Assert.Equal($"{Files}CHANGELOG.md", specification["releaseNotes"]);
        }
    }

    [Fact]
    public void The_icon_is_a_square_that_feeds_show() =>
        Assert.All(
            Packages,
            package =>
            {
                var icon = Bytes(package, "icon.png");
                Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], icon[..4]);
                Assert.Equal(128u, BinaryPrimitives.ReadUInt32BigEndian(icon.AsSpan(16)));
                Assert.Equal(128u, BinaryPrimitives.ReadUInt32BigEndian(icon.AsSpan(20)));
            }
        );

    /// <summary>A feed shows no text for a relative link.</summary>
    [Fact]
    public void Every_link_of_a_README_leads_to_a_file_of_the_version() =>
        Assert.All(
            Packages,
            package =>
            {
                var links = Link().Matches(Nupkg.Text(package, "README.md"));
                Assert.True(links.Count >= 5, $"{package} has {links.Count} links");
                Assert.All(
                    links.Select(link => link.Groups[1].Value),
                    link =>
                    {
                        Assert.StartsWith(Files, link, StringComparison.Ordinal);
                        Assert.True(File.Exists(Repository.PathOf(link[Files.Length..].Split('#')[0])), link);
                    }
                );
            }
        );

    [Fact]
    public void The_README_has_all_lines_of_its_source()
    {
        var written = File.ReadAllText(Repository.PathOf("src/KaizenGate.Cli/README.md")).ReplaceLineEndings("\n");

        var packed = Nupkg.Text(Path.Combine(tool.Feed, $"{Names.Package}.{tool.Version}.nupkg"), "README.md");

        Assert.Equal(
            written.Replace("](../../", $"]({Files}", StringComparison.Ordinal).TrimEnd(),
            packed.ReplaceLineEndings("\n").TrimEnd()
        );
    }

    [Fact]
    public void Each_package_contains_the_licenses_and_the_notices_of_the_runtime()
    {
        var runtime = File.ReadAllText(RuntimeNotices());

        foreach (var package in Packages)
        {
            var notices = Nupkg.Text(package, "THIRD-PARTY-NOTICES.txt").ReplaceLineEndings("\n");
            Assert.Contains("Copyright (c) 2016-2026, Alexandre Mutel", notices, StringComparison.Ordinal);
            Assert.Contains("Redistributions in binary form must reproduce", notices, StringComparison.Ordinal);
            Assert.Contains("Copyright (c) .NET Foundation and Contributors", notices, StringComparison.Ordinal);
            Assert.EndsWith(runtime.ReplaceLineEndings("\n").TrimEnd(), notices.TrimEnd(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Stack_traces_of_the_portable_tool_have_lines()
    {
        var package = Path.Combine(tool.Feed, $"{Names.Package}.any.{tool.Version}.nupkg");

        Assert.All(
            ["dotnet-kaizen.dll", "KaizenGate.Core.dll"],
            name =>
            {
                using var image = new PEReader(new MemoryStream(Bytes(package, $"tools/net10.0/any/{name}")));
                Assert.Contains(
                    image.ReadDebugDirectory(),
                    entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb
                );
            }
        );
    }

    /// <summary>The notices of the runtime that the native program was linked with.</summary>
    private static string RuntimeNotices()
    {
        var version = XDocument
            .Load(Repository.PathOf("Directory.Build.targets"))
            .Descendants("PinnedRuntimeVersion")
            .Single()
            .Value;
        var cache =
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var pack = $"microsoft.netcore.app.runtime.nativeaot.{PackedTool.Platform}";
        return Path.Join(cache, pack, version, "THIRD-PARTY-NOTICES.TXT");
    }

    private static Dictionary<string, string> Specification(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        var name = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal));
        using var stream = name.Open();
        return XDocument
            .Load(stream)
            .Root!.Elements()
            .Single()
            .Elements()
            .Where(element => !element.HasElements)
            .ToDictionary(element => element.Name.LocalName, element => element.Value);
    }

    private static byte[] Bytes(string package, string name)
    {
        using var archive = ZipFile.OpenRead(package);
        using var entry = archive.GetEntry(name)!.Open();
        using var content = new MemoryStream();
        entry.CopyTo(content);
        return content.ToArray();
    }

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();
}
