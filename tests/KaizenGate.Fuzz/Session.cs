using System.Diagnostics;
using System.Security.Cryptography;

namespace KaizenGate.Fuzz;

/// <summary>
/// Mutates the inputs of a corpus and runs them. An input that leads to something new joins the corpus for the rest of the session. The
/// same seed gives the same inputs in the same order, so that a run never fails by chance.
/// </summary>
/// <param name="corpus">The folder of the first inputs.</param>
/// <param name="findings">The folder that receives the inputs of findings.</param>
/// <param name="seed">The start of the random numbers.</param>
internal sealed class Session(string corpus, string findings, int seed)
{
    private const int MostFindings = 20;

    private long total;
    private int found;

    /// <param name="only">The only target; null for all.</param>
    /// <param name="rounds">The number of rounds.</param>
    /// <param name="time">Ends a round early; null for no limit.</param>
    /// <returns>1 after a finding, else 0.</returns>
    public int Run(string? only, int rounds, TimeSpan? time)
    {
        var start = Stopwatch.GetTimestamp();
        var hunts = Target
            .All.Where(target => only is null || target.Name == only)
            .Select(target => new Hunt(target, First(target), seed))
            .ToList();
        foreach (var (target, input) in hunts.SelectMany(hunt => hunt.First.Select(input => (hunt.Target, input))))
        {
            Try(target, input);
        }

        for (var round = 0; round < rounds && found < MostFindings; round++)
        {
            foreach (var hunt in hunts)
            {
                for (var left = hunt.Target.PerRound; left > 0 && found < MostFindings; left--)
                {
                    var input = hunt.Next();
                    hunt.Learn(input, Try(hunt.Target, input));
                }

                if (Stopwatch.GetElapsedTime(start) > time)
                {
                    return Say(start);
                }
            }
        }

        return Say(start);
    }

    private byte[][] First(Target target) =>
        [
            .. Directory
                .EnumerateFiles(corpus, "*", SearchOption.AllDirectories)
                .Where(file => target.Extensions.Any(end => file.EndsWith(end, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal)
                .Select(File.ReadAllBytes),
        ];

    private int Try(Target target, byte[] input)
    {
        total++;
        var (outcome, problem) = Attempt.Of(target, input);
        if (problem is not null)
        {
            Directory.CreateDirectory(findings);
            var name = Path.Join(findings, $"{target.Name}-{Convert.ToHexStringLower(SHA256.HashData(input))[..12]}");
            File.WriteAllBytes(name, input);
            Console.WriteLine(
                $"{target.Name}: {problem}\n  seed {seed}, input {name}; run `fuzz replay {target.Name} {name}`\n"
            );
            found++;
        }

        return outcome;
    }

    private int Say(long start)
    {
        Console.WriteLine(
            $"{total} inputs in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s, seed {seed}: {found} findings"
        );
        return found > 0 ? 1 : 0;
    }
}
