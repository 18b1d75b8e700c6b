"""冀工信软件函〔2022〕719号: the notice of 7 November 2022 on provincial industrial internet platforms in Hebei."""
