using System.Text.RegularExpressions;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Tests.Style;

/// <summary>The address of the project is the property in <c>Directory.Build.props</c>; documents repeat it in known places only.</summary>
public sealed class AddressTests
{
    /// <summary>Files with the address, the expression whose first group is it, and its form there.</summary>
    private static readonly (string File, Regex Place, string Value)[] Places =
    [
        // What `init` writes; the tests of the starters compare it.
        ("docs/ci.md", new(@"- uses: (\S+)@v\d"), ProjectAddress.Name),
        ("docs/ci.md", new(@"--repo ([\w./-]+)"), ProjectAddress.Name),
        ("docs/hooks.md", new(@"- repo: (https://\S+)"), ProjectAddress.Url),
        (".github/CODEOWNERS", new(@"@([\w-]+)/maintainers"), ProjectAddress.Name.Split('/')[0]),
    ];

    private static readonly string[] Globs =
    [
        "*",
        ".ci/*",
        ".config/*",
        ".github/**/*",
        "build/**/*",
        "docs/**/*",
        "src/**/*",
        "templates/**/*",
        "tests/**/*",
    ];

    /// <summary>The property itself, and what other tests generate from it.</summary>
    private static readonly string[] Excluded =
    [
        "Directory.Build.props",
        "**/bin/**",
        "**/obj/**",
        "docs/schemas/*",
        "tests/KaizenGate.Core.Tests/Reporting/Golden/**",
    ];

    [Fact]
    public void Each_place_has_the_address_of_the_property()
    {
        foreach (var (file, place, value) in Places)
        {
            var path = Repository.PathOf(file);
            var text = File.ReadAllText(path);
            var matches = place.Matches(text);
            Assert.NotEmpty(matches);
            if (Repository.Refresh)
            {
                File.WriteAllText(
                    path,
                    place.Replace(
                        text,
                        match => match.Value.Replace(match.Groups[1].Value, value, StringComparison.Ordinal)
                    )
                );
            }
            else
            {
                Assert.All(matches, match => Assert.Equal(value, match.Groups[1].Value));
            }
        }
    }

    [Fact]
    public void The_address_is_nowhere_else()
    {
        var files = Globs.SelectMany(glob => FileGlob.Find(Repository.Root, glob, Excluded)).Distinct().ToArray();

        Assert.True(files.Length > 500, $"only {files.Length} files were searched");
        Assert.All(
            files,
            path =>
            {
                var file = Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');
                var rest = Places
                    .Where(place => place.File == file)
                    .Aggregate(File.ReadAllText(path), (text, place) => place.Place.Replace(text, ""));
                Assert.False(
                    rest.Contains(ProjectAddress.Name, StringComparison.Ordinal),
                    $"{file} contains {ProjectAddress.Name}; take it from the property KaizenGateRepositoryUrl"
                );
            }
        );
    }

    [Fact]
    public void The_README_says_near_its_top_that_nothing_is_published_yet() =>
        Assert.Contains(
            "**No release is published yet**",
            string.Join('\n', File.ReadLines(Repository.PathOf("README.md")).Take(10)),
            StringComparison.Ordinal
        );
}
