using System.Globalization;
using KaizenGate.Fuzz;

// fuzz [--rounds N] [--hours N] [--seed N] [--target NAME] [--corpus FOLDER] [--findings FOLDER]
// fuzz replay TARGET FILE…
var options = new Dictionary<string, string>(StringComparer.Ordinal);
if (args is ["replay", var name, .. var files])
{
    return Replay.Run(name, files);
}

for (var at = 0; at + 1 < args.Length; at += 2)
{
    options[args[at]] = args[at + 1];
}

var session = new Session(
    options.GetValueOrDefault("--corpus", "tests/KaizenGate.Fuzz/Corpus"),
    options.GetValueOrDefault("--findings", "artifacts/fuzz"),
    Number("--seed", 1)
);
return session.Run(
    options.GetValueOrDefault("--target"),
    Number("--rounds", options.ContainsKey("--hours") ? int.MaxValue : 1),
    options.TryGetValue("--hours", out var hours)
        ? TimeSpan.FromHours(double.Parse(hours, CultureInfo.InvariantCulture))
        : null
);

int Number(string option, int standard) =>
    options.TryGetValue(option, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : standard;
