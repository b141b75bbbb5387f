using KaizenGate.Core.Planning;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Planning;

public sealed class CapacityTests
{
    [Fact]
    public void It_is_a_fifth_of_40_hours_without_settings() =>
        Assert.Equal(8, Capacity.Of(GateSettings.Default).Hours);

    [Fact]
    public void It_counts_people_and_their_hours()
    {
        var capacity = Capacity.Of(GateSettings.Default with { People = 3, HoursPerWeek = 37.5 });

        Assert.Equal(112.5, capacity.WorkingHours);
        Assert.Equal(22.5, capacity.Hours);
    }

    [Fact]
    public void Weeks_add_up() => Assert.Equal(96, Capacity.Of(GateSettings.Default, weeks: 12).Hours);

    [Fact]
    public void Explicit_hours_replace_the_share()
    {
        var capacity = Capacity.Of(GateSettings.Default) with { Named = 6 };

        Assert.Equal(6, capacity.Hours);
        Assert.Equal(40, capacity.WorkingHours);
    }

    [Fact]
    public void Time_spent_is_a_share_of_the_working_hours() =>
        Assert.Equal(0.25, Capacity.Of(GateSettings.Default).ShareOf(10));
}
