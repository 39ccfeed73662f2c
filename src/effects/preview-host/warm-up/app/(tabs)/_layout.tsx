import { Ionicons } from '@expo/vector-icons';
import { Tabs } from 'expo-router';

export default function TabsLayout() {
  return <Tabs screenOptions={{ tabBarIcon: () => <Ionicons name="home" size={20} /> }} />;
}
