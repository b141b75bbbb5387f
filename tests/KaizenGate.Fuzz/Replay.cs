namespace KaizenGate.Fuzz;

/// <summary>Runs saved inputs again.</summary>
internal static class Replay
{
    /// <returns>1 when an input is a finding, else 0.</returns>
    public static int Run(string name, string[] files)
    {
        var target = Target.All.Single(one => one.Name == name);
        var found = 0;
        foreach (var file in files)
        {
            if (Attempt.Of(target, File.ReadAllBytes(file)).Problem is { } problem)
            {
                Console.WriteLine($"{file}: {problem}");
                found++;
            }
        }

        return found > 0 ? 1 : 0;
    }
}
