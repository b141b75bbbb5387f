using System.Text.RegularExpressions;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Tests.Style;

/// <summary>Workflows run exactly the code that was reviewed.</summary>
public sealed partial class PinTests
{
    private static readonly string[] Globs =
    [
        ".github/**/*.yml",
        "*.yml",
        "templates/*.yml",
        "src/KaizenGate.Cli/Starters/*",
        "*.md",
        "docs/**/*.md",
    ];

    /// <summary>Only this action, which the reader pins, has a tag.</summary>
    [Fact]
    public void Every_action_is_pinned_to_a_commit_with_its_version()
    {
        var uses = Globs
            .SelectMany(glob => FileGlob.Find(Repository.Root, glob, []))
            .SelectMany(file => Uses().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value.TrimEnd())
            .Where(action =>
                action != "./"
                && !action.StartsWith("{action}@", StringComparison.Ordinal)
                && !action.StartsWith($"{ProjectAddress.Name}@", StringComparison.Ordinal)
            )
            .ToArray();

        Assert.True(uses.Length > 20, $"only {uses.Length} actions were found");
        Assert.All(uses, action => Assert.Matches(Pinned(), action));
    }

    /// <summary>The same action has the same commit everywhere.</summary>
    [Fact]
    public void Every_action_has_one_version()
    {
        var uses = Globs
            .SelectMany(glob => FileGlob.Find(Repository.Root, glob, []))
            .SelectMany(file => Uses().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value.TrimEnd())
            .Where(action => Pinned().IsMatch(action))
            .Distinct()
            .GroupBy(action => action.Split('@')[0]);

        Assert.All(uses, action => Assert.Single(action));
    }

    [GeneratedRegex(@"^\s*(?:- )?uses: *(.+)$", RegexOptions.Multiline)]
    private static partial Regex Uses();

    [GeneratedRegex(@"^[\w-]+(/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Pinned();
}
