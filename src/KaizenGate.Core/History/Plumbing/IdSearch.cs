using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace KaizenGate.History.Plumbing;

/// <summary>Searches the versions of a file on all branches for ids, without reading them as backlogs.</summary>
internal static class IdSearch
{
    /// <summary>So many branches, the newest first, are looked at; more would be felt.</summary>
    private const int MostBranches = 64;

    /// <summary>The largest number behind a prefix in files of the index, of HEAD and of the local and remote-tracking branches.</summary>
    /// <param name="place">Where git is started: the folder of the files.</param>
    /// <param name="prefix">What stands before the number; ASCII letters, digits, <c>-</c>, <c>_</c>, <c>.</c> and <c>#</c>.</param>
    /// <param name="names">The names of the files in that folder.</param>
    /// <param name="mostDigits">Longer numbers do not count.</param>
    /// <returns>0 when there is none, or nothing that git could look at.</returns>
    public static int Largest(GitPlace place, string prefix, ImmutableArray<string> names, int mostDigits)
    {
        try
        {
            var refs = GitCommand.Ask(
                place,
                [],
                "for-each-ref",
                "--format=%(objectname)",
                "--sort=-committerdate",
                $"--count={MostBranches}",
                "refs/heads",
                "refs/remotes"
            );
            if (refs.Status != 0)
            {
                return 0;
            }

            var commits = refs.Text.Split('\n').Where(id => ObjectId.IsOne(id)).Distinct().ToImmutableArray();
            var indexed = Grep(place, prefix, ["--cached"], names, mostDigits);
            // A branch that has no commit yet has no version of the file either.
            return commits.IsEmpty ? indexed : Math.Max(indexed, Grep(place, prefix, commits, names, mostDigits));
        }
        catch (GitException)
        {
            return 0;
        }
    }

    private static int Grep(
        GitPlace place,
        string prefix,
        ImmutableArray<string> where,
        ImmutableArray<string> names,
        int mostDigits
    )
    {
        var pattern = prefix.Replace(".", "[.]", StringComparison.Ordinal) + "[0-9]+";
        var answer = GitCommand.Ask(
            place,
            [],
            [
                "grep",
                "--no-color",
                "--no-textconv",
                "--no-recurse-submodules",
                "-a",
                "-h",
                "-o",
                "-i",
                "-E",
                "-e",
                pattern,
                .. where,
                "--",
                .. names,
            ]
        );
        var largest = 0;
        foreach (var line in answer.Text.Split('\n'))
        {
            var digits = line.AsSpan(Math.Min(prefix.Length, line.Length));
            if (
                digits.Length <= mostDigits
                && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            )
            {
                largest = Math.Max(largest, number);
            }
        }

        return largest;
    }
}
